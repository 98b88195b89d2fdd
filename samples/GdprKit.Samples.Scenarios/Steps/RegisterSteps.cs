using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>
/// What the shop declares, and what becomes of consents when that changes. From the next step on the shop works with what was declared last,
/// as after a new start of its program.
/// </summary>
internal sealed class RegisterSteps(Shop shop, ProcessingRegister register, CrmDbContext db, Activities activities)
{
    [Step(en: "the shop has a youth club for children", nl: "de winkel heeft een jeugdclub voor kinderen | heeft de winkel een jeugdclub voor kinderen | de winkel een jeugdclub voor kinderen heeft")]
    public void HasYouthClub() => shop.Declare(register.WithYouthClub());

    [Step(en: "the shop declares that {activity} uses {category} too", nl: "de winkel verklaart dat {activity} ook {category} gebruikt")]
    public void UsesToo(string activity, string category) =>
        shop.Declare(register.WithUse(activities.Called(activity), activities.CategoryCalled(category)));

    [Step(en: "the shop declares that {activity} uses {category} no longer", nl: "de winkel verklaart dat {activity} geen {category} meer gebruikt")]
    public void UsesNoLonger(string activity, string category) =>
        shop.Declare(register.WithoutUse(activities.Called(activity), activities.CategoryCalled(category)));

    [Step(en: "the shop declares {name} instead of {activity}: {purpose}", nl: "de winkel {name} verklaart in plaats van {activity}: {purpose} | de winkel verklaart {name} in plaats van {activity}: {purpose}")]
    public void Instead(string name, string activity, string purpose) =>
        shop.Declare(register.WithInstead(activities.Called(activity), name, purpose));

    [Step(en: "the shop sets the period of {activity} to {period}", nl: "de winkel de bewaartermijn van {activity} op {period} zet | de winkel zet de bewaartermijn van {activity} op {period}")]
    public void SetPeriod(string activity, Period period) => shop.Declare(register.WithPeriod(activities.Called(activity), period));

    [Step(en: "the shop puts its periods back as they were", nl: "de winkel de bewaartermijnen terugzet zoals ze waren | de winkel zet de bewaartermijnen terug zoals ze waren")]
    public void PutBack() => shop.Declare(CrmRegister.Create());

    [Step(
        en: "from {day} the period of {activity} is {period} by law",
        nl: "vanaf {day} is de bewaartermijn van {activity} volgens de wet {period} | vanaf {day} de bewaartermijn van {activity} volgens de wet {period} is")]
    public void ChangeLaw(LocalDate day, string activity, Period period) => shop.Declare(register.WithPeriodFrom(day, activities.Called(activity), period));

    [Step(
        en: "{number} consent(s) no longer cover(s) what the shop declares",
        nl: "past {number} toestemming niet meer bij wat de winkel verklaart | {number} toestemming past niet meer bij wat de winkel verklaart | passen {number} toestemmingen niet meer bij wat de winkel verklaart | {number} toestemmingen passen niet meer bij wat de winkel verklaart")]
    public async Task AreOutdatedAsync(int number, CancellationToken cancellationToken)
    {
        var outdated = await db.Gdpr().Consents.FindOutdatedAsync(cancellationToken);
        Expect.That(outdated.Sum(each => each.Count) == number, $"it is {outdated.Sum(each => each.Count)}: {string.Join(", ", outdated.Select(each => $"{each.Count} to '{each.Topic}'"))}");
    }

    [Step(
        en: "the shop records that {number} consent is no longer valid | the shop records that {number} consents are no longer valid",
        nl: "de winkel vastlegt dat {number} toestemming niet meer geldt | de winkel legt vast dat {number} toestemming niet meer geldt | de winkel vastlegt dat {number} toestemmingen niet meer gelden | de winkel legt vast dat {number} toestemmingen niet meer gelden")]
    public async Task InvalidateAsync(int number, CancellationToken cancellationToken)
    {
        var revision = await db.Gdpr().Consents.InvalidateOutdatedAsync(progress: null, cancellationToken);
        Expect.That(revision.Invalidated == number, $"it is {revision.Invalidated} of {revision.Compared}");
    }
}
