export default function HomePage() {
  return <h1 className="text-3xl">Unroll</h1>
}
