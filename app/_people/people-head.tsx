/** The head of a table of people: on a phone, where each row is a block, for screen readers alone. */
export function PeopleHead({ heads }: { heads: readonly string[] }) {
  return (
    <thead className="text-soft sr-only text-start text-xs md:not-sr-only">
      <tr className="md:table-row">
        {heads.map((head) => (
          <th key={head} scope="col" className="pe-6 pb-2 text-start font-normal">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}
