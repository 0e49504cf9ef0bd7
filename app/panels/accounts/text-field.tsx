import { type InputHTMLAttributes, useId } from 'react'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  label: string
  /** Id of the text that says what is wrong with it. */
  problemId?: string | undefined
}

/** A labelled field of a form, as tall as a thumb. */
export function TextField({ label, problemId, ...input }: TextFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="eyebrow mb-1 block">
        {label}
      </label>
      <input
        type="text"
        {...input}
        {...(problemId && { 'aria-invalid': true, 'aria-describedby': problemId })}
        id={id}
        className="field"
      />
    </div>
  )
}
