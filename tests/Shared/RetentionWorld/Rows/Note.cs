namespace GdprKit.RetentionWorld;

/// <summary>A row with two people, one, or none.</summary>
public sealed class Note
{
    public int Id { get; set; }

    public int? AuthorId { get; set; }

    public Customer? Author { get; set; }

    public int? ReaderId { get; set; }

    public Customer? Reader { get; set; }

    public string? AuthorName { get; set; }

    public string? ReaderName { get; set; }

    public string? Text { get; set; }

    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; set; }
}
