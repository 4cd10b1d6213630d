mod choices;
mod made;
mod optimum;
mod refused;
mod suppose;
