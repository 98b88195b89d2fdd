namespace GdprKit.Benchmarks.Restores;

/// <summary>Somebody who stayed, and perhaps got a bill.</summary>
public sealed class Guest
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public DateTime ArrivedAt { get; set; }
}
