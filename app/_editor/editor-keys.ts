export type EditorAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'edit'
  | 'new'
  | 'duplicate'
  | 'up'
  | 'down'
  | 'tag'
  | 'delete'
  | 'undo'
  | 'redo'
  | 'choose'
  | 'choose-all'
  | 'search'
  | 'help'
  | 'to-list'

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** With the focus in the list: one key each, which a field would need for itself. */
export function listAction({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): EditorAction | null {
  const isCommand = ctrlKey || metaKey
  if (altKey && !isCommand) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
  if (isCommand) {
    const letter = key.toLowerCase()
    if (letter === 'z') return shiftKey ? 'redo' : 'undo'
    if (letter === 'y' && !shiftKey) return 'redo'
    return letter === 'a' && !shiftKey ? 'choose-all' : null
  }
  return LIST_KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

const LIST_KEYS: Record<string, EditorAction> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'edit',
  e: 'edit',
  n: 'new',
  d: 'duplicate',
  t: 'tag',
  Delete: 'delete',
  '#': 'delete',
  u: 'undo',
  ' ': 'choose',
  '/': 'search',
  '?': 'help',
}

/** Anywhere in the editor, while writing too. */
export function anywhereAction({ key, altKey, ctrlKey, metaKey }: Pressed): EditorAction | null {
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return 'new'
  if (altKey && key === 'PageDown') return 'next'
  if (altKey && key === 'PageUp') return 'previous'
  return key === 'Escape' && !altKey && !ctrlKey && !metaKey ? 'to-list' : null
}
