namespace GdprKit;

/// <summary>
/// Registers to start from, in Dutch and English, by Dutch law. A template is a proposal: read every sentence, and change what is
/// not true for you, because people may rely on what the notice says.
/// </summary>
/// <remarks>
/// A template knows no processors, backups and security measures: these are yours to declare.
/// <see cref="ProcessingRegister.ToJson"/> gives the result as a register file.
/// </remarks>
public static class RegisterTemplates
{
    /// <summary>A web shop for consumers: orders, invoices, warranty, questions, newsletter, tips about similar products.</summary>
    /// <param name="controller">Declares who you are.</param>
    /// <param name="adjust">
    /// Adds what is yours, changes (<see cref="RegisterBuilder.Change(Key{ProcessingActivity}, Func{ProcessingActivity, ProcessingActivity})"/>)
    /// and leaves out (<see cref="RegisterBuilder.Without(Key{ProcessingActivity})"/>) what differs; the keys are in <see cref="Webshop"/>.
    /// </param>
    /// <exception cref="InvalidRegisterException">The result has faults; the exception carries all of them.</exception>
    public static ProcessingRegister Webshop(Action<DataControllerBuilder> controller, Action<RegisterBuilder>? adjust = null) =>
        From(WebshopTemplate.Declare, controller, adjust);

    /// <summary>An association (vereniging) with members: membership, contributions, newsletter, photos.</summary>
    /// <param name="controller">Declares who you are.</param>
    /// <param name="adjust">Adds, changes and leaves out, as for the web shop; the keys are in <see cref="Association"/>.</param>
    /// <exception cref="InvalidRegisterException">The result has faults; the exception carries all of them.</exception>
    public static ProcessingRegister Association(Action<DataControllerBuilder> controller, Action<RegisterBuilder>? adjust = null) =>
        From(AssociationTemplate.Declare, controller, adjust);

    private static ProcessingRegister From(Action<RegisterBuilder> template, Action<DataControllerBuilder> controller, Action<RegisterBuilder>? adjust)
    {
        ArgumentNullException.ThrowIfNull(controller);
        return ProcessingRegister.Create(register =>
        {
            template(register.Controller(controller));
            adjust?.Invoke(register);
        });
    }
}
