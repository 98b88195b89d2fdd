namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>What a recipient in this capacity is called: "verwerker", "processor".</summary>
    /// <param name="role">The capacity.</param>
    public abstract string Name(RecipientRole role);

    /// <summary>What a recipient in this capacity may do with the data.</summary>
    /// <param name="role">The capacity.</param>
    /// <returns>One sentence that begins with "deze partij", "this party".</returns>
    public abstract string Explanation(RecipientRole role);

    /// <summary>What a safeguard for transfers is called: "adequaatheidsbesluit", "adequacy decision".</summary>
    /// <param name="safeguard">The safeguard (Chapter V).</param>
    public abstract string Name(TransferSafeguard safeguard);

    /// <summary>What a safeguard for transfers is called, and where it stands: "adequaatheidsbesluit (art. 45 AVG)".</summary>
    /// <param name="safeguard">The safeguard.</param>
    public string NameWithArticle(TransferSafeguard safeguard)
    {
        ArgumentNullException.ThrowIfNull(safeguard);
        return $"{Name(safeguard)} ({Article(safeguard.Article)})";
    }

    /// <summary>What an exception for transfers is called: "uitdrukkelijke toestemming", "explicit consent".</summary>
    /// <param name="derogation">The exception (Art. 49(1)).</param>
    public abstract string Name(TransferDerogation derogation);

    /// <summary>
    /// Where data go and what protects them there, with the way to get a copy where there is one to get (Art. 13(1)(f)).
    /// </summary>
    /// <param name="transfer">The transfer.</param>
    /// <returns>Two or three sentences.</returns>
    public string Explanation(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return $"{Destination(transfer)} {Explanation(transfer.Safeguard)}";
    }

    /// <summary>What makes a transfer lawful, told to the person.</summary>
    /// <param name="safeguard">The safeguard.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(TransferSafeguard safeguard);

    /// <summary>Where data go.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <returns>One sentence.</returns>
    protected abstract string Destination(Transfer transfer);
}
