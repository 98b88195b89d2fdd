using GdprKit.Samples.Crm.Centre;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>One thing that somebody can agree to, on the page on which they see it.</summary>
public sealed record CentreCard(MyPrivacyModel Centre, CentreTopic Topic);
