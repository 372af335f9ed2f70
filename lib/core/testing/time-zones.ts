/** With changes of clocks by an hour, by half of one, at no hour's edge, and of the date itself (Apia has no 2011-12-30). */
export const TIME_ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Shanghai',
]
