namespace GdprKit.EntityFrameworkCore;

/// <summary>The right to do some work alone, as it is stored in <c>gdpr_lease</c>; for migrations.</summary>
public sealed class LeaseRow
{
    /// <summary>Which work.</summary>
    public string Name { get; init; } = "";

    /// <summary>The number it was given with.</summary>
    public long Number { get; init; }

    /// <summary>Who holds it: a UUID, 16 bytes.</summary>
    public byte[] Holder { get; init; } = [];

    /// <summary>The request that took it: a UUID, 16 bytes.</summary>
    public byte[] TakenBy { get; init; } = [];

    /// <summary>When somebody else can take it, in microseconds since 1970-01-01T00:00Z.</summary>
    public long ExpiresAt { get; init; }

    /// <summary>How far the work has come, in words of the worker.</summary>
    public byte[] Progress { get; init; } = [];
}
