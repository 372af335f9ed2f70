-- DropIndex
DROP INDEX "Deck_key_key";

-- DropIndex
DROP INDEX "Deck_ownerId_idx";

-- CreateTable
CREATE TABLE "DeckMedia" (
    "deckId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "DeckMedia_pkey" PRIMARY KEY ("deckId","sha256")
);

-- CreateIndex
CREATE INDEX "DeckMedia_sha256_idx" ON "DeckMedia"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_ownerId_key_key" ON "Deck"("ownerId", "key");

-- AddForeignKey
ALTER TABLE "DeckMedia" ADD CONSTRAINT "DeckMedia_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckMedia" ADD CONSTRAINT "DeckMedia_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "Media"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
