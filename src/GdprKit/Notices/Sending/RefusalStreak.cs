namespace GdprKit.Notices;

/// <summary>
/// How many mails a server refused for good one after another. Addresses that do not exist come one by one; a server that refuses everybody says more
/// about itself, such as that it relays nothing for this sender, and must not make everybody unreachable. Kept with the lease, because a run can be
/// short.
/// </summary>
internal sealed class RefusalStreak(int length)
{
    /// <summary>How many in a row are believed.</summary>
    public const int Most = 20;

    private int _length = length;

    public int Length => Volatile.Read(ref _length);

    /// <summary>Counts an answer.</summary>
    /// <returns>Whether it is a refusal that is not believed.</returns>
    public bool IsDoubted(MailOutcome outcome)
    {
        switch (outcome)
        {
            case MailOutcome.Accepted:
                Volatile.Write(ref _length, 0);
                return false;
            case MailOutcome.Refused { Fault: not (MailFault.AddressMalformed or MailFault.AddressNotSupported) }:
                return Interlocked.Increment(ref _length) > Most;
            default:
                return false;
        }
    }
}
