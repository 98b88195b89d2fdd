namespace GdprKit.Samples.Crm.Consent;

/// <summary>What somebody is asked in a form.</summary>
/// <param name="Activity">What they agree to.</param>
/// <param name="Topic">The activity, or one channel of it where the register asks for each apart.</param>
public sealed record AskedConsent(ProcessingActivity Activity, ConsentTopic Topic)
{
    /// <summary>Whether the person confirms it by mail.</summary>
    public bool IsConfirmedByMail => Activity.Consent?.DoubleOptIn.Contains(MarketingChannel.Email) is true && Topic.Channel is null or MarketingChannel.Email;

    /// <summary>What of it is asked in a form now: not what the notice that holds does not name yet.</summary>
    /// <param name="forms">Knows which notice holds.</param>
    /// <param name="all">Everything that a kind of people is asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<AskedConsent>> NowAsync(ConsentForms forms, IReadOnlyList<AskedConsent> all, CancellationToken cancellationToken)
    {
        var now = new List<AskedConsent>();
        foreach (var question in all)
        {
            if (await forms.AskAsync(question.Topic, cancellationToken: cancellationToken) is not null)
            {
                now.Add(question);
            }
        }

        return now;
    }

    /// <summary>Everything that a kind of people is asked: each activity that rests on their consent, in the order of the register.</summary>
    public static IReadOnlyList<AskedConsent> Of(ProcessingRegister register, Key<SubjectKind> people) =>
    [
        .. from activity in register.ActivitiesInReadingOrder
           where activity.AsksConsent && activity.People.Contains(people)
           from topic in ConsentTopic.AllOf(activity)
           select new AskedConsent(activity, topic),
    ];
}
