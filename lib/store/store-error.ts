import { OperatorError } from '@/lib/platform/operator-error'

/** The store cannot be used at all: its message is one sentence for the person who runs the house. */
export class StoreError extends OperatorError {}
