namespace GdprKit.Conformance;

/// <summary>A row of which there are very many.</summary>
public sealed class Visit
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the person.</summary>
    public string PersonCode { get; set; } = "";

    /// <summary>The day.</summary>
    public DateOnly VisitedOn { get; set; }

    /// <summary>What was said of it.</summary>
    public string Remark { get; set; } = "";
}
