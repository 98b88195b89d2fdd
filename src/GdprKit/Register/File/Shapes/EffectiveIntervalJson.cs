namespace GdprKit.Register;

/// <summary>The days on which a rule applies.</summary>
internal static class EffectiveIntervalJson
{
    public static EffectiveInterval Read(JsonObjectReader from) => new(from.Date("from"), from.Date("until"));

    public static void Write(JsonObjectWriter to, EffectiveInterval effective)
    {
        to.Date("from", effective.From);
        to.Date("until", effective.Until);
    }
}
