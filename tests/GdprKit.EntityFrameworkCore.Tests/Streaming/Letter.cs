namespace GdprKit.EntityFrameworkCore.Streaming;

/// <summary>A row that the database makes when it is asked for, and numbers as it does.</summary>
public sealed class Letter
{
    public const int All = 200_000;

    public long Told { get; set; }

    public int CustomerId { get; set; }

    public string Text { get; set; } = "";
}
