import { Component, type ReactNode } from 'react'

interface TurnBoundaryProps {
  /** What stands for a turn that cannot be drawn. */
  fallback: ReactNode
  children: ReactNode
}

/** Keeps a turn that cannot be drawn from taking the page with it. In the browser only: React knows no such thing on the server. */
export class TurnBoundary extends Component<TurnBoundaryProps, { hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
