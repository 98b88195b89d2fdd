namespace GdprKit;

/// <summary>Another controller that decides together with this one (Art. 26).</summary>
/// <param name="Name">The name of the organisation.</param>
/// <param name="Contact">How to reach it.</param>
/// <param name="Arrangement">The essence of the arrangement between both, which must be made available to people (Art. 26(2)).</param>
public sealed record JointController(string Name, ContactDetails Contact, LocalizedText Arrangement);
