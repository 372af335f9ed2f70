import { NothingHere } from '../_shell/nothing-here'

/** Inside the frame, which stays. */
export default function SiteNotFound() {
  return <NothingHere />
}
