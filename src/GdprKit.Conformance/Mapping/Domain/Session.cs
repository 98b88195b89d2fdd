namespace GdprKit.Conformance;

/// <summary>A row that belongs to whom an <see cref="Account"/> is, of either kind or of none.</summary>
public sealed class Session
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The first part of the key of the account.</summary>
    public int? AccountBranch { get; set; }

    /// <summary>The second part of the key of the account. Where one part is missing, the row refers to nothing.</summary>
    public long? AccountNumber { get; set; }

    /// <summary>The account.</summary>
    public Account? Account { get; set; }

    /// <summary>From where the person came.</summary>
    public string Origin { get; set; } = "";
}
