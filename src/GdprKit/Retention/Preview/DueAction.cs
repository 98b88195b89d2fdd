namespace GdprKit;

/// <summary>With how many rows something is done.</summary>
/// <param name="Action">What. A field to be deleted is blanked while another field keeps its row.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DueAction(DisposalAction Action, long Rows);
