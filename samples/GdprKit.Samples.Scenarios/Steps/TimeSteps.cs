using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What day it is. A scenario begins on 5 January 2026 at ten in the morning, in the time of the shop.</summary>
internal sealed class TimeSteps(Shop shop)
{
    [Step(en: "it is {day}", nl: "het is {day} | het {day} is")]
    public void ItIs(LocalDate day) => shop.Become(day);

    [Step(en: "{period} pass(es)", nl: "er {period} voorbijgaat | er {period} voorbijgaan | er gaat {period} voorbij | er gaan {period} voorbij")]
    public void Pass(Period period) => shop.Pass(period);
}
