-- CreateTable
CREATE TABLE "Attempt" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "exercise" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "generatorVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "numbers" JSONB NOT NULL,
    "responses" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "slips" JSONB NOT NULL,
    "hints" INTEGER NOT NULL,
    "millis" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "quizRunId" TEXT,

    PRIMARY KEY ("userId", "id"),
    CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Attempt_userId_finishedAt_idx" ON "Attempt"("userId", "finishedAt");

-- CreateIndex
CREATE INDEX "Attempt_userId_exercise_idx" ON "Attempt"("userId", "exercise");
