namespace GdprKit.Mapping;

/// <summary>From which events the periods of some people run.</summary>
/// <param name="Events">The events; the last that happened counts.</param>
/// <param name="Fallback">The event that counts when none of them happened, or <see langword="null"/>.</param>
internal sealed record Clock(ValueList<TopicEvent> Events, TopicEvent? Fallback)
{
    public static readonly TopicEvent SignUp = TopicEvent.Of("sign-up", "je aanmelding", "your sign-up");

    public static readonly TopicEvent LastActivity = TopicEvent.Of("last-activity", "je laatste contact met ons", "your last contact with us");

    /// <summary>What ends the relation with people of a role.</summary>
    public static TopicEvent EndFor(PeopleRole role) => role switch
    {
        PeopleRole.Employee => TopicEvent.Of("end-of-employment", "het einde van je dienstverband", "the end of your employment"),
        PeopleRole.Member => TopicEvent.Of("end-of-membership", "het einde van je lidmaatschap", "the end of your membership"),
        PeopleRole.Applicant => TopicEvent.Of("end-of-procedure", "het einde van de sollicitatieprocedure", "the end of the application procedure"),
        PeopleRole.User => TopicEvent.Of("end-of-account", "het opheffen van je account", "the closing of your account"),
        _ => TopicEvent.Of("end-of-relationship", "het einde van onze relatie", "the end of our relationship"),
    };

    /// <summary>Whether something that people do shows that they are still there; for staff and members only an end shows that they left.</summary>
    public static bool RunsFromActivity(PeopleRole role) => role is PeopleRole.Unspecified or PeopleRole.Customer or PeopleRole.User or PeopleRole.Supplier;

    /// <summary>Whether data of such people are kept until an event at all.</summary>
    public static bool RunsFor(PeopleRole role) => role is not (PeopleRole.Author or PeopleRole.Subscriber);
}
