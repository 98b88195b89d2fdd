namespace GdprKit.Notices;

/// <summary>What became of a mail that was handed over.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The server took it over. That it was delivered is not known by that; a bounce can follow.</summary>
    public sealed record Accepted : MailOutcome;

    /// <summary>It cannot go to this address: trying again changes nothing until the address does.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(MailFault Fault) : MailOutcome;

    /// <summary>This mail was not taken over now, or nobody knows; it is tried again later with the same id. Others may go on.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Deferred(MailFault Fault) : MailOutcome;

    /// <summary>No mail can go now, whoever it is for: sending waits.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Stalled(MailFault Fault) : MailOutcome
    {
        /// <summary>
        /// Whether it may be about this mail after all, because the server had taken its sender before: then this mail is put off, so that an address at which a server always breaks off keeps nobody else waiting.
        /// </summary>
        /// <value>The default is <see langword="false"/>: nothing was asked about this mail yet.</value>
        public bool MayBeOfMail { get; init; }
    }
}
