namespace GdprKit.Conformance;

/// <summary>A row that belongs to whom an <see cref="Account"/> is, of either kind or of none.</summary>
public sealed class Session
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the account.</summary>
    public long? AccountId { get; set; }

    /// <summary>The account.</summary>
    public Account? Account { get; set; }

    /// <summary>From where the person came.</summary>
    public string Origin { get; set; } = "";
}
