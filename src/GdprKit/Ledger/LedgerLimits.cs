namespace GdprKit.Ledger;

/// <summary>How large things in the ledger can be, so that who writes a store knows what it must hold.</summary>
public static class LedgerLimits
{
    /// <summary>The facts of an entry, its details, and the state of a head: 64 KiB each.</summary>
    public const int DocumentBytes = 64 * 1024;

    /// <summary>A piece of content: 4 MiB.</summary>
    public const int ContentBytes = 4 * 1024 * 1024;

    /// <summary>The streams of a batch, and the items of a list that is asked for: 10,000.</summary>
    public const int ItemsAtOnce = 10_000;

    /// <summary>The heads of a page: 1,000.</summary>
    public const int HeadsPerPage = 1_000;

    /// <summary>The name of a kind, a type, a status or a lease: 64 characters.</summary>
    public const int NameLength = 64;

    /// <summary>The key of a stream: 128 characters.</summary>
    public const int KeyLength = 128;

    /// <summary>The progress of a lease: 4 KiB.</summary>
    public const int ProgressBytes = 4 * 1024;

    /// <summary>Refuses to read too much at once; every store calls it with the limit that it is given.</summary>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside of 1 to 1,000.</exception>
    public static void RequirePage(int limit)
    {
        if (limit is < 1 or > HeadsPerPage)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), $"{LedgerMessages.TooMuchAtOnce}: a page of {limit} is asked for. Ask for 1 to {HeadsPerPage}, page after page.");
        }
    }

    /// <summary>Refuses to read too much at once of what is small; every store calls it with the limit that it is given.</summary>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside of 1 to 10,000.</exception>
    public static void RequireBatch(int limit)
    {
        if (limit is < 1 or > ItemsAtOnce)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), $"{LedgerMessages.TooMuchAtOnce}: a batch of {limit} is asked for. Ask for 1 to {ItemsAtOnce}, batch after batch.");
        }
    }

    /// <summary>Refuses to look up too much at once; every store calls it with the length of the list that it is given.</summary>
    /// <param name="count">The number of items.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000.</exception>
    public static void RequireAtOnce(int count)
    {
        if (count > ItemsAtOnce)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"{LedgerMessages.TooMuchAtOnce}: {count} items are asked for at once. Ask for at most {ItemsAtOnce}, list after list.");
        }
    }

    /// <summary>Refuses to take back too many streams at once; every log calls it with the length of the list that it is given.</summary>
    /// <param name="count">The number of streams.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 1,000.</exception>
    public static void RequireRewinds(int count)
    {
        if (count > HeadsPerPage)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"{LedgerMessages.TooMuchAtOnce}: {count} streams are to be taken back at once. Take back at most {HeadsPerPage}, list after list.");
        }
    }
}
