namespace GdprKit.Crash;

/// <summary>A row of the host, which counts what is remembered of it.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    /// <summary>The name, which the host gives once.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many entries were written with this row.</summary>
    public int Purchases { get; set; }
}
