const shapes = {
  up: <path d="M8 3.2 14.2 13H1.8z" fill="currentColor" />,
  down: <path d="M8 12.8 1.8 3h12.4z" fill="currentColor" />,
  diamond: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" fill="currentColor" />,
  search: <path d="M11.2 11.2 14 14M12.5 7.2a5.3 5.3 0 1 1-10.6 0 5.3 5.3 0 0 1 10.6 0Z" />,
  command: (
    <path d="M5.5 5.5h5v5h-5zM5.5 5.5H4A1.75 1.75 0 1 1 5.5 4zM10.5 5.5V4A1.75 1.75 0 1 1 12 5.5zM5.5 10.5V12A1.75 1.75 0 1 1 4 10.5zM10.5 10.5H12a1.75 1.75 0 1 1-1.5 1.5z" />
  ),
  system: <path d="M2 3.5h12v7.6H2zM5.5 13.6h5M8 11.1v2.5" />,
  light: (
    <path d="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.4v1.3M8 13.3v1.3M1.4 8h1.3M13.3 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
  ),
  dark: <path d="M13.4 9.9A5.9 5.9 0 0 1 6.1 2.6a5.9 5.9 0 1 0 7.3 7.3Z" />,
  print: <path d="M4.5 6V2h7v4M4.5 12H2.4V6h11.2v6h-2.1M4.5 9.7h7V14h-7z" />,
  download: <path d="M8 2v8M4.4 6.8 8 10.4l3.6-3.6M2.5 13.6h11" />,
  external: <path d="M9.5 2.5h4v4M13.2 2.8 7.5 8.5M11.5 9.5v4h-9v-9h4" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  next: <path d="m6 3 5 5-5 5" />,
  previous: <path d="m10 3-5 5 5 5" />,
  info: <path d="M8 7.3v3.9M8 4.7v.1M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0Z" />,
  filter: <path d="M2 4h12M4.2 8h7.6M6.5 12h3" />,
  person: <path d="M8 8.4a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.6 14a5.5 5.5 0 0 1 10.8 0" />,
  check: <path d="m3 8.4 3.3 3.3L13 4.8" />,
  ascending: <path d="M8 13V3.4M4 7.2l4-4 4 4" />,
  descending: <path d="M8 3v9.6M4 8.8l4 4 4-4" />,
  chat: <path d="M2 3.2h12v8.2H7.4L4.2 14v-2.6H2z" />,
  ask: <path d="M2 3h12v8.4H7.6L4.4 14v-2.6H2zM6.5 6.1a1.6 1.6 0 1 1 2.2 1.4c-.5.2-.7.5-.7.9M8 9.9v.1" />,
  stop: <path d="M4.5 4.5h7v7h-7z" fill="currentColor" />,
  bin: <path d="M2.8 4.4h10.4M6.2 4.4V2.6h3.6v1.8M4.2 4.4l.6 9h6.4l.6-9M6.8 7v4M9.2 7v4" />,
  warning: <path d="M8 2.2 14.4 13.4H1.6zM8 6.6v3M8 11.4v.1" />,
  retry: <path d="M13.2 8.6a5.2 5.2 0 1 1-1.4-4.2l1.6 1.6M13.4 2.6V6H10" />,
  sortable: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
} as const

export type IconName = keyof typeof shapes

/** A drawing beside words, or inside a control that has a name: never the only carrier of meaning. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'up' || name === 'down' || name === 'diamond' ? 0 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  )
}
