const narrowNoBreakSpace = '\u202f'

/**
 * Sets French typography in a message: a narrow no-break space before `; : ! ? %` and inside « », and the curly
 * apostrophe, which also keeps the message free of ICU's escape character.
 */
export function typesetFrench(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/ +([;:!?%»])/g, `${narrowNoBreakSpace}$1`)
    .replace(/« +/g, `«${narrowNoBreakSpace}`)
}
