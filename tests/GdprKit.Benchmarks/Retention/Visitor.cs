namespace GdprKit.Benchmarks.Retention;

/// <summary>Somebody who visited a site, and has a period of two years.</summary>
public sealed class Visitor
{
    public int Id { get; set; }

    public string? Email { get; set; }

    public string Remark { get; set; } = "";

    public DateTime SeenAt { get; set; }
}
