namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>
    /// What is special about consent to an activity and about existing customers, told to the person: for how long, for which channels apart,
    /// how it is confirmed, what children need, and that customers get messages without it.
    /// </summary>
    /// <param name="activity">The activity.</param>
    /// <returns>Whole sentences; none where nothing is special.</returns>
    public ValueList<string> ConsentExplanations(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Sentences(activity).ToValueList();
    }

    /// <summary>The words beside the box that people tick, where none were declared.</summary>
    /// <param name="purpose">The purpose, one sentence to the person.</param>
    /// <param name="isExplicit">Whether the law asks for explicit consent (Art. 9(2)(a), 22(2)(c)).</param>
    public abstract string Question(string purpose, bool isExplicit);

    /// <summary>After how long consent expires.</summary>
    /// <param name="period">The period, in words.</param>
    protected abstract string ConsentLasts(string period);

    /// <summary>That people choose for each channel.</summary>
    protected abstract string ConsentIsPerChannel { get; }

    /// <summary>That people confirm that an address is theirs.</summary>
    /// <param name="channels">The channels, in words.</param>
    protected abstract string ConsentIsConfirmed(string channels);

    /// <summary>Who agrees for a child.</summary>
    protected abstract string ParentConsents { get; }

    /// <summary>That customers get messages without consent, and how they refuse.</summary>
    protected abstract string CustomersNeedNotConsent { get; }

    private IEnumerable<string> Sentences(ProcessingActivity activity)
    {
        if (activity.Consent is { } terms)
        {
            if (terms.ValidFor is { } period)
            {
                yield return ConsentLasts(Period(period));
            }

            if (terms.PerChannel)
            {
                yield return ConsentIsPerChannel;
            }

            if (!terms.DoubleOptIn.IsEmpty)
            {
                yield return ConsentIsConfirmed(And(terms.DoubleOptIn.Select(Name)));
            }
        }

        if (activity is { AddressesMinors: true, AsksConsent: true })
        {
            yield return ParentConsents;
        }

        if (activity.SoftOptIn)
        {
            yield return CustomersNeedNotConsent;
        }
    }
}
