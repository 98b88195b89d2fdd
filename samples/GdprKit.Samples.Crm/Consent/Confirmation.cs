namespace GdprKit.Samples.Crm.Consent;

/// <summary>What somebody who followed a link can confirm.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Person">Who; <see langword="null"/> where that is not to be known.</param>
/// <param name="Topic">What.</param>
/// <param name="Question">The words that they agreed to, as they were shown.</param>
public sealed record Confirmation(ConfirmationState State, SubjectId? Person = null, ConsentTopic Topic = default, ConsentWording? Question = null);
