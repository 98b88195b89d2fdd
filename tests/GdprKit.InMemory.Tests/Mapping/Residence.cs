namespace GdprKit.InMemory.Mapping;

public sealed record Residence(string City)
{
    public DateOnly? Since { get; set; }
}
