using NodaTime;

namespace GdprKit.Retention;

/// <summary>A run was approved: the order by which data go, with all that must be known to repeat it after a restore.</summary>
/// <param name="Preview">The digest of the preview that was looked at.</param>
/// <param name="Register">The hash of the register whose rules apply.</param>
/// <param name="Day">The day whose end of periods counts, where the controller is.</param>
/// <param name="By">Who approved it; <see langword="null"/> when the application did, within the limits that it was given.</param>
/// <param name="ExpiresAt">The first instant at which it is not begun any more.</param>
/// <param name="NeedsConfirmation">Whether somebody else has to approve it as well.</param>
/// <param name="Steps">What is done, in order.</param>
internal sealed record RunApproved(Digest Preview, Digest Register, LocalDate Day, Key<Operator>? By, Instant ExpiresAt, bool NeedsConfirmation, ValueList<RunStep> Steps);
