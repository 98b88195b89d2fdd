namespace GdprKit.Benchmarks.Linking;

public sealed class Person
{
    public long Id { get; set; }

    public string Name { get; set; } = "";
}
