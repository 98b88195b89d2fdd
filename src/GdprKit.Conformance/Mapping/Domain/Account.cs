namespace GdprKit.Conformance;

/// <summary>People of two kinds in one table, and rows that are nobody: <see cref="Role"/> tells them apart.</summary>
public sealed class Account
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public long Id { get; set; }

    /// <summary>What kind of person it is.</summary>
    public AccountRole Role { get; set; }

    /// <summary>What the person is called.</summary>
    public string Login { get; set; } = "";

    /// <summary>When the person was here.</summary>
    public ICollection<Session> Sessions { get; } = [];
}
