-- CreateTable
CREATE TABLE "AttemptCount" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "endsAt" BIGINT NOT NULL,

    CONSTRAINT "AttemptCount_pkey" PRIMARY KEY ("key")
);
