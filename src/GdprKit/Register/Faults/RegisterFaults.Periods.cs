namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault PeriodMissing(string path, string what, string call) => new(
        path, RegisterFaultMessages.PeriodMissing, $"The {what} is missing.", Write(call, path));

    public static RegisterFault PeriodZero(string path, string what) => new(
        path, RegisterFaultMessages.PeriodZero, $"The {what} is zero.", "Use a day or longer.");

    public static RegisterFault ZeroAdded(string path, string what) => new(
        path, RegisterFaultMessages.PeriodZero,
        $"The {what} is zero.",
        "Use a day or longer; leave For(…) out where data go on the day of the event itself, or at the end of its month or year.");

    public static RegisterFault PeriodNegative(string path, string what) => new(
        path, RegisterFaultMessages.PeriodNegative,
        $"The {what} has a negative part.",
        "Use positive numbers of years, months, weeks and days.");

    public static RegisterFault PeriodWithTime(string path, string what) => new(
        path, RegisterFaultMessages.PeriodWithTime,
        $"The {what} has hours or smaller units; periods are counted in days.",
        "Use years, months, weeks and days.");

    public static RegisterFault PeriodTooLong(string path, string what, int years) => new(
        path, RegisterFaultMessages.PeriodTooLong,
        $"The {what} is longer than {years} years.",
        "Shorten it; data that are kept without end are declared with Indefinitely(reason) or 'indefinitely'.");

    public static RegisterFault PeriodVeryLong(string path, string what, int years) => Warning(
        path, RegisterFaultMessages.PeriodVeryLong,
        $"The {what} is longer than {years} years, more than a human life.",
        "Check the number.");
}
