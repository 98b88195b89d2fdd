namespace GdprKit;

/// <summary>What the people of <see cref="ConsentTest"/> are asked besides the newsletter of the shop.</summary>
public static class ClubKeys
{
    /// <summary>One question, for two years, confirmed by e-mail; e-mail and post.</summary>
    public static readonly Key<ProcessingActivity> Club = Key<ProcessingActivity>.Parse("club");

    /// <summary>A question for each channel; e-mail, confirmed, and phone.</summary>
    public static readonly Key<ProcessingActivity> Offers = Key<ProcessingActivity>.Parse("offers");

    /// <summary>Offered to children.</summary>
    public static readonly Key<ProcessingActivity> Game = Key<ProcessingActivity>.Parse("game");

    /// <summary>A special category, with explicit consent.</summary>
    public static readonly Key<ProcessingActivity> Diet = Key<ProcessingActivity>.Parse("diet");
}
