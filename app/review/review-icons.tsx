import { Icon } from '../_ui/icons'

export function CloseIcon() {
  return (
    <Icon>
      <path d="M6 6l12 12M18 6L6 18" />
    </Icon>
  )
}

export function UndoIcon() {
  return (
    <Icon>
      <path d="M8.5 5L4.5 9l4 4M5 9h9.5a5 5 0 0 1 0 10H9" />
    </Icon>
  )
}

export function MoreIcon() {
  return (
    <Icon>
      <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="2.6" />
    </Icon>
  )
}
