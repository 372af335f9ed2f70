import type { ReactNode } from 'react'

export function Icon({ children, size = 22 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {children}
    </svg>
  )
}

/** A cell, then the same cell again: what unrolling is. */
export function MarkIcon() {
  return (
    <svg
      aria-hidden="true"
      width="34"
      height="20"
      viewBox="0 0 34 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <rect x="1.5" y="6" width="8" height="8" rx="1.5" fill="currentColor" />
      <rect x="13" y="6" width="8" height="8" rx="1.5" />
      <rect x="24.5" y="6" width="8" height="8" rx="1.5" strokeDasharray="2.2 1.8" />
      <path d="M9.5 10H13M21 10h3.5" />
    </svg>
  )
}

export function TodayIcon() {
  return (
    <Icon>
      <rect x="4" y="5" width="16" height="15" rx="1.5" />
      <path d="M4 9.5h16M8.5 3v4M15.5 3v4M8.5 14.5l2.4 2.2 4.4-4.4" />
    </Icon>
  )
}

export function DecksIcon() {
  return (
    <Icon>
      <rect x="3.5" y="8" width="13" height="12" rx="1.5" />
      <path d="M7.5 5.5V5A1.5 1.5 0 0 1 9 3.5h10A1.5 1.5 0 0 1 20.5 5v9a1.5 1.5 0 0 1-1.5 1.5h-.5M7 12.5h6M7 15.8h3.5" />
    </Icon>
  )
}

/** A pencil over a line of working. */
export function PracticeIcon() {
  return (
    <Icon>
      <path d="M5 19.5h14M7 15.5l.8-3.2L16.6 3.5a1.4 1.4 0 0 1 2 0l.9.9a1.4 1.4 0 0 1 0 2L10.7 15l-3.2.8zM14.8 5.3l2.9 2.9" />
    </Icon>
  )
}

/** A gate with what flows through it. */
export function LabIcon() {
  return (
    <Icon>
      <rect x="8" y="7" width="8" height="10" rx="1.5" />
      <path d="M3 12h5M16 12h5M12 3v4M12 17v4" />
    </Icon>
  )
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="12" cy="8.2" r="3.7" />
      <path d="M4.8 20c.8-3.9 3.6-6 7.2-6s6.4 2.1 7.2 6" />
    </Icon>
  )
}

export function ChevronIcon() {
  return (
    <Icon size={16}>
      <path d="M6 9.5l6 6 6-6" />
    </Icon>
  )
}

export function FlagIcon() {
  return (
    <Icon size={16}>
      <path d="M6 21V4M6 5c4-2.5 7 2 12-.5v9c-5 2.5-8-2-12 .5" fill="currentColor" />
    </Icon>
  )
}
