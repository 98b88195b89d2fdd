namespace GdprKit;

/// <summary>What the law leaves to the developer when two registers are compared.</summary>
public sealed record RegisterDiffOptions
{
    /// <summary>
    /// What a shorter period is: of a retention rule, of backups, of GdprKit's own evidence. Keeping data for a shorter time takes
    /// nothing from people's protection, so telling them is a courtesy; choose <see cref="ChangeSignificance.Material"/> where people
    /// count on finding their data, as in an archive or an order history.
    /// </summary>
    /// <value>The default is <see cref="ChangeSignificance.Editorial"/>; <see cref="ChangeSignificance.Unspecified"/> counts as material.</value>
    public ChangeSignificance ShorterPeriod { get; init; } = ChangeSignificance.Editorial;
}
