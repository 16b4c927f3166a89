/** An appointment's local day and hour, `12-03 15:00`. */
export function appointmentText(appointment: string): string {
  return appointment.slice(5, 16).replace('T', ' ')
}
