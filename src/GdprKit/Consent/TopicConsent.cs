namespace GdprKit;

/// <summary>What a person agreed to or not.</summary>
/// <param name="Topic">The topic; the register may not declare it any more.</param>
/// <param name="Record">How it stands.</param>
public sealed record TopicConsent(ConsentTopic Topic, ConsentRecord Record)
{
    /// <summary>The topic; the rest is withheld.</summary>
    public override string ToString() => Topic.ToString();
}
