using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>How much can be asked of a mirror at once; every mirror refuses more. For who writes one.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public static class MirrorRange
{
    /// <summary>The content of an item in the inbox: 64 KiB.</summary>
    public const int InboxBytes = LedgerLimits.DocumentBytes;

    /// <summary>Refuses to tell the root of a size that a mirror never had.</summary>
    /// <param name="size">The size that is asked about.</param>
    /// <param name="held">The size that it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1130: it never had that size.</exception>
    public static void Require(long size, long held)
    {
        if (size < 0 || size > held)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size), string.Create(CultureInfo.InvariantCulture, $"{LedgerMessages.OutsideTheTree}: the mirror never held {size} entries. Ask about one of the sizes up to that of its tree."));
        }
    }

    /// <summary>Refuses to forget too many entries at once.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 1,000.</exception>
    public static void RequireAtMostAPage(int count)
    {
        if (count > 0)
        {
            LedgerLimits.RequirePage(count);
        }
    }

    /// <summary>Refuses an item for the inbox that is too large.</summary>
    /// <param name="bytes">How many bytes its content has.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1133: there are more than 64 KiB.</exception>
    public static void RequireInboxSize(int bytes)
    {
        if (bytes > InboxBytes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(bytes), string.Create(CultureInfo.InvariantCulture, $"{LedgerMessages.InboxItemTooLarge}: an item of {bytes} bytes is more than {InboxBytes}. Say less, or refer to it."));
        }
    }
}
