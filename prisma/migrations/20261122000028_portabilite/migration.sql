-- A former employee keeps the cover without paying (CSS L. 911-8): contributions stop before the contract does.

-- AlterTable
ALTER TABLE "adhesions" ADD COLUMN     "cotise_jusqu_au" DATE;
