namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over the recipients.</summary>
    public abstract string Recipients { get; }

    /// <summary>What the table of recipients is.</summary>
    public abstract string AboutRecipients { get; }

    /// <summary>The caption of the table of recipients.</summary>
    public abstract string RecipientsCaption { get; }

    /// <summary>The heading of the column with the names.</summary>
    public abstract string Party { get; }

    /// <summary>The heading of the column with the tasks.</summary>
    public abstract string Task { get; }

    /// <summary>The heading of the column with the roles.</summary>
    public abstract string Role { get; }

    /// <summary>The heading of the column with the countries.</summary>
    public abstract string Country { get; }

    /// <summary>In which capacity a party receives data, in a few words.</summary>
    /// <param name="role">The capacity.</param>
    public abstract string RoleOf(RecipientRole role);

    /// <summary>The heading over the transfers.</summary>
    public abstract string Transfers { get; }

    /// <summary>Why transfers are told apart (Art. 44).</summary>
    public abstract string AboutTransfers { get; }

    /// <summary>That the Commission did not decide that data are protected well enough there (Art. 13(1)(f), 45).</summary>
    public abstract string NoAdequacyDecision { get; }

    /// <summary>How to get a copy of safeguards that the register names no place for (Art. 13(1)(f)).</summary>
    public abstract string CopyOnRequest { get; }
}
