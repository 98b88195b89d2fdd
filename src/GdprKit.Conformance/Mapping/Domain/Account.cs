namespace GdprKit.Conformance;

/// <summary>People of two kinds in one table, and rows that are nobody: <see cref="Role"/> tells them apart. Their key has two parts.</summary>
public sealed class Account
{
    /// <summary>The first part of the primary key; given by the suite, not by the store.</summary>
    public int Branch { get; set; }

    /// <summary>The second part of the primary key.</summary>
    public long Number { get; set; }

    /// <summary>What kind of person it is.</summary>
    public AccountRole Role { get; set; }

    /// <summary>What the person is called; no two accounts have the same one, by a unique index.</summary>
    public string Login { get; set; } = "";

    /// <summary>When the person was here.</summary>
    public ICollection<Session> Sessions { get; } = [];
}
