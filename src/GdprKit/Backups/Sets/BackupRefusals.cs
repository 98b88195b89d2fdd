using NodaTime;
using NodaTime.Text;

namespace GdprKit.Backups;

/// <summary>What is refused about sets of backups, each with its id, the fault and the remedy.</summary>
internal static class BackupRefusals
{
    public static ArgumentException SetUnknown(Key<BackupSchedule> set) => new(
        $"{BackupMessages.SetUnknown}: something is recorded about backups '{set}', which the register does not declare. Declare the set, or use the key of one that it declares.");

    public static ArgumentException MadeInFuture() => new(
        $"{BackupMessages.BackupAhead}: a backup is said to be made in the future. Tell the instant at which each was made, in UTC, and set the clock of the machine.");

    public static ArgumentException DayImpossible(LocalDate today) => new(
        $"{BackupMessages.BackupDayImpossible}: backups are said to be made in the future, to be gone in the past, or to be kept for more than ten years from {LocalDatePattern.Iso.Format(today)}. Give the day on which the first was made, and one from today on.");

    public static ArgumentException ReasonUnfit() => new(
        $"{BackupMessages.BackupReasonUnfit}: backups are kept longer than was promised, and nobody says why, or in more than {BackupSets.LongestReason} characters. Write down the reason, for who is accountable for it (Art. 5(2)).");

    public static ArgumentException DelayUnknown() => new(
        $"{BackupMessages.BackupDelayUnknown}: backups are said to be gone of which nobody recorded that they are kept longer. Look up the id in BackupSets.ListAsync.");
}
