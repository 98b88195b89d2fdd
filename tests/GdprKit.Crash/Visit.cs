namespace GdprKit.Crash;

/// <summary>Has a period of its own, and keeps its member.</summary>
public sealed class Visit
{
    public int Id { get; set; }

    public int MemberId { get; set; }

    public string? Note { get; set; }

    /// <summary>From when the period counts.</summary>
    public DateOnly? VisitedOn { get; set; }
}
